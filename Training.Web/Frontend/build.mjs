// Builds the style sheet and the scripts into wwwroot/dist. Called by the project's build.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import * as sass from 'sass';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '../wwwroot/dist');
const modules = join(here, '../../node_modules');
mkdirSync(out, { recursive: true });

const scripts = { bundle: true, minify: true, format: 'iife', target: 'es2022', logLevel: 'warning', define: { 'process.env.NODE_ENV': '"production"' } };
const pages = ['app', 'charts', 'registers', 'sheets', 'sign', 'theme'].map((page) => join(here, `${page}.js`));
await esbuild.build({ ...scripts, entryPoints: pages, outdir: out });

// At the root, so that it may serve every address of the site.
await esbuild.build({ ...scripts, entryPoints: [join(here, 'sw.js')], outfile: join(out, '../sw.js') });

const css = sass.compile(join(here, 'app.scss'), {
  style: 'compressed', loadPaths: [modules], quietDeps: true,
  silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
});
writeFileSync(join(out, 'app.css'), css.css);

for (const script of ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic'])
  for (const weight of [400, 600])
    cpSync(join(modules, `@fontsource/source-sans-3/files/source-sans-3-${script}-${weight}-normal.woff2`), join(out, `source-sans-3-${script}-${weight}.woff2`));
