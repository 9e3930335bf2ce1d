// Fields on which a signature is drawn. What is sent is the path of an SVG picture of 1,000 by 300.
import SignaturePad from 'signature_pad';

const width = 1000, height = 300, pointsSent = 1500;

for (const form of document.querySelectorAll('form[data-sign]')) {
  const canvas = form.querySelector('canvas');
  const status = form.querySelector('[role=status]');
  const pad = new SignaturePad(canvas, { minDistance: 3, penColor: '#1a2a2a' });

  // A drawing surface has the size of the screen's own points, or lines are blurred.
  function fit() {
    const ratio = Math.max(window.devicePixelRatio || 1, 1);
    const drawn = pad.toData();
    canvas.width = canvas.offsetWidth * ratio;
    canvas.height = canvas.offsetHeight * ratio;
    canvas.getContext('2d').scale(ratio, ratio);
    pad.fromData(drawn);
  }

  function path() {
    const within = (value, most) => Math.min(most, Math.max(0, Math.round(value)));
    const groups = pad.toData().map((group) => group.points);
    const step = Math.ceil(groups.reduce((sum, points) => sum + points.length, 0) / pointsSent) || 1;
    return groups
      .map((points) => points
        .filter((_, index) => index % step === 0 || index === points.length - 1)
        .map((point) => `${within((point.x / canvas.offsetWidth) * width, width)},${within((point.y / canvas.offsetHeight) * height, height)}`))
      .map((points) => `M${points.length > 1 ? points.join('L') : `${points[0]}L${points[0]}`}`)
      .join('');
  }

  new ResizeObserver(fit).observe(canvas);
  pad.addEventListener('beginStroke', () => { status.textContent = ''; });
  form.querySelector('[data-clear]').addEventListener('click', () => { pad.clear(); status.textContent = ''; });
  form.addEventListener('submit', (event) => {
    if (pad.isEmpty()) {
      event.preventDefault();
      status.textContent = form.dataset.missing;
      return;
    }
    form.querySelector('[name=path]').value = path();
  });
}
