// Draws what <figure data-chart> says. Its figures stand in the table behind it too, so a page without script lacks nothing.
import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip } from 'chart.js';

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, Tooltip);
Chart.defaults.font.family = "'Source Sans 3', sans-serif";
Chart.defaults.font.size = 14;
Chart.defaults.animation = false;

const barHeight = 24;
const narrow = 480;

/** Stripes, so that two rows of bars are told apart without their colour. */
const stripes = color => {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 8;
  const pen = tile.getContext('2d');
  pen.strokeStyle = color;
  pen.lineWidth = 2;
  for (const shift of [-8, 0, 8]) {
    pen.moveTo(shift, 8);
    pen.lineTo(shift + 8, 0);
  }
  pen.stroke();
  return pen.createPattern(tile, 'repeat');
};

/** A word in parts that fit, each but the last with a hyphen. */
const parted = (word, length) =>
  word.length <= length ? [word] : word.match(new RegExp(`.{1,${length - 1}}`, 'gu')).map((part, index, all) => index < all.length - 1 ? `${part}-` : part);

/** A long name over several lines, as wide as the page allows. */
const wrapped = (text, length) => text.split(' ').flatMap(word => parted(word, length)).reduce((lines, word) => {
  const last = lines.at(-1);
  if (last !== undefined && last.length + word.length < length)
    lines[lines.length - 1] = `${last} ${word}`;
  else
    lines.push(word);
  return lines;
}, []);

/** The figure at the end of each bar. */
const figures = shown => ({
  id: 'figures',
  afterDatasetsDraw(chart) {
    const pen = chart.ctx;
    pen.fillStyle = Chart.defaults.color;
    pen.font = `${Chart.defaults.font.size}px ${Chart.defaults.font.family}`;
    pen.textBaseline = 'middle';
    chart.data.datasets.forEach((_, series) => chart.getDatasetMeta(series).data.forEach((bar, index) => pen.fillText(shown[series][index], bar.x + 6, bar.y)));
  },
});

const draw = figure => {
  const { axis, labels, series } = JSON.parse(figure.dataset.chart);
  const style = getComputedStyle(document.body);
  const isNarrow = figure.clientWidth < narrow;
  const names = labels.map(label => wrapped(label, isNarrow ? 14 : 34));
  const lines = Math.max(series.length, ...names.map(name => name.length * 0.8));
  figure.style.height = `${80 + labels.length * lines * barHeight}px`;
  Chart.defaults.color = style.color;
  Chart.defaults.locale = document.documentElement.lang;

  return new Chart(figure.querySelector('canvas'), {
    type: 'bar',
    data: {
      labels: names,
      datasets: series.map(one => ({
        label: one.name, data: one.values, borderColor: one.color, borderWidth: 1.5, backgroundColor: one.isStriped ? stripes(one.color) : one.color,
      })),
    },
    options: {
      indexAxis: 'y',
      maintainAspectRatio: false,
      layout: { padding: { right: 56 } },
      scales: {
        x: { beginAtZero: true, title: { display: true, text: axis }, ticks: { maxTicksLimit: isNarrow ? 3 : 8 }, grid: { color: style.getPropertyValue('--line') } },
        y: { grid: { display: false }, ticks: { autoSkip: false } },
      },
      plugins: {
        legend: { display: series.length > 1, labels: { color: style.color } },
        tooltip: { callbacks: { label: item => `${item.dataset.label}: ${series[item.datasetIndex].shown[item.dataIndex]}` } },
      },
    },
    plugins: [figures(series.map(one => one.shown))],
  });
};

for (const figure of document.querySelectorAll('[data-chart]')) {
  let chart = draw(figure);
  let isNarrow = figure.clientWidth < narrow;
  const again = () => {
    chart.destroy();
    chart = draw(figure);
  };

  // The letters follow the page when it goes dark.
  new MutationObserver(again).observe(document.documentElement, { attributeFilter: ['data-bs-theme'] });
  new ResizeObserver(() => {
    if (isNarrow === figure.clientWidth < narrow)
      return;
    isNarrow = !isNarrow;
    again();
  }).observe(figure);
}
