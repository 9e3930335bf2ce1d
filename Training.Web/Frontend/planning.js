// While a session is planned: what stands in its way, as it is typed. Without script the answer comes when the form is sent.
document.querySelectorAll('form[data-clash-check]').forEach(form => {
  const place = form.querySelector('[data-clashes]');
  let timer;
  let asked = 0;

  const show = clashes => {
    place.hidden = clashes.length === 0;
    const list = document.createElement('ul');
    clashes.forEach(text => {
      const item = document.createElement('li');
      item.textContent = text;
      list.append(item);
    });
    place.replaceChildren(place.dataset.heading, list);
  };

  const ask = async () => {
    const turn = ++asked;
    const typed = new FormData(form);
    typed.delete('__RequestVerificationToken');
    const response = await fetch(`${form.dataset.clashCheck}?${new URLSearchParams(typed)}`);
    if (response.ok && turn === asked) show((await response.json()).clashes);
  };

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 350);
  });
});
