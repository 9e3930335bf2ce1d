// Reads the code of a sheet from its photograph, so that nobody has to copy it. Without script, or from a PDF, it is typed.
import jsQR from 'jsqr';

const form = document.querySelector('[data-sheet-form]');
const file = form?.querySelector('input[type=file]');
const code = form?.querySelector('[name=code]');
const status = form?.querySelector('[role=status]');

// A small square in a large photograph is found at one size and not at another.
const sizes = [1600, 1000, 2400];

async function codeIn(picture) {
  for (const longest of sizes) {
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const found = jsQR(data, canvas.width, canvas.height);
    if (found?.data) return found.data.split('/').pop();
  }
  return null;
}

file?.addEventListener('change', async () => {
  const chosen = file.files[0];
  if (!chosen?.type.startsWith('image/')) return;
  try {
    const found = await codeIn(await createImageBitmap(chosen));
    if (found) code.value = found;
    status.textContent = found ? form.dataset.found.replace('{0}', found) : form.dataset.notFound;
  } catch {
    status.textContent = form.dataset.notFound;
  }
});
