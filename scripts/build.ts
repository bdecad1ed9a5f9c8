// Turns the sources into what Electron and the command line run: one part per entry, each rebuilt only when
// its sources changed, each put in place in one step so that a running part is never half written.
import react from '@vitejs/plugin-react';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { InlineConfig, Plugin } from 'vite';
import {
  filesBelow,
  hashOf,
  modules,
  out,
  readJson,
  root,
  say,
  stamps,
  writeJson,
} from './places.ts';

interface Part {
  /** Where it appears, relative to `out`; for a part of several files, its folder. */
  readonly target: string;
  /** The file whose absence means that this part has nothing to build. */
  readonly entry: string;
  /** Folders and files it is made from. */
  readonly sources: readonly string[];
  readonly make: (draft: string) => Promise<void>;
}

/** Everything that ends in the application but is not a test or a fixture. */
const isSource = (path: string): boolean =>
  !/\.test\.tsx?$|(^|\/)(fixtures|golden)\/|tsconfig[^/]*\.json$/.test(path);

/** Not bundled: Electron brings itself, and better-sqlite3 holds binaries. */
const external = ['electron', 'better-sqlite3'];

const shared: InlineConfig = {
  configFile: false,
  root,
  logLevel: 'warn',
  envDir: false,
  define: { 'process.env.NODE_ENV': '"production"' },
};

/**
 * The Arabic and Hebrew stemmers write to the global object, as old scripts may; in a bundle, which
 * is strict, there is none, and every Arabic text would fail. They get an object of their own.
 */
const stemmersOfTheirOwn: Plugin = {
  name: 'stemmers-of-their-own',
  transform(code, id) {
    if (!/lunr-languages\/lunr\.(?:ar|he)\.js/u.test(id.replaceAll('\\', '/'))) return null;
    if (!code.includes('var self = this;')) return null;
    return { code: code.replaceAll('var self = this;', 'var self = {};'), map: null };
  },
};

/** PDFium's package offers its engine from beside itself and from a network; it gets it from its host. */
const engineFromHost: Plugin = {
  name: 'engine-from-host',
  transform(code, id) {
    if (!/@embedpdf\/pdfium\/dist\/index\.(?:browser\.)?js$/u.test(id.replaceAll('\\', '/')))
      return null;
    const closed = code
      .replaceAll(/new URL\((['"])pdfium\.wasm\1, import\.meta\.url\)\.href/gu, "''")
      .replaceAll(/(['"`])https:\/\/cdn\.jsdelivr\.net\/[^'"`]*\1/gu, "''");
    return { code: closed, map: null };
  },
};

async function viteBuild(config: InlineConfig): Promise<void> {
  const { build } = await import('vite');
  await build({ ...shared, ...config });
}

/**
 * A program for Node or Electron's main side: one file, everything inside.
 * @param parts true: what it imports when needed stays in files beside it, so that no start reads it.
 */
function program(name: string, format: 'es' | 'cjs' = 'es', parts = false): Part {
  const ending = format === 'es' ? 'js' : 'cjs';
  const entry = join(root, 'electron', `${name}.ts`);
  return {
    target: `electron/${name}.${ending}`,
    entry,
    sources: ['electron'],
    make: (draft) =>
      viteBuild({
        plugins: [stemmersOfTheirOwn, engineFromHost],
        ssr: { noExternal: true, external, target: 'node' },
        build: {
          ssr: entry,
          target: 'node20',
          outDir: draft,
          emptyOutDir: false,
          minify: true,
          copyPublicDir: false,
          rolldownOptions: {
            external,
            output: {
              format,
              entryFileNames: `${name}.${ending}`,
              chunkFileNames: `${name}.[name].${ending}`,
              ...(parts ? {} : { codeSplitting: false }),
            },
          },
        },
      }),
  };
}

/** What both pages in Chromium share. Scripts and styles are files of their own: the content policy wants it. */
const pageBuild = {
  target: 'chrome130',
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
  chunkSizeWarningLimit: 4000,
  copyPublicDir: false,
} as const;

/** React Aria speaks some thirty languages; the interface has two, and loads no other's sentences. */
const twoLanguages: Plugin = {
  name: 'two-languages',
  enforce: 'pre',
  load: (id) =>
    /\/react-(?:aria|stately)[^/]*\/.*\/intl\/.*\/(?!en-US|fr-FR)[a-z]{2}-[A-Z]{2}\.m?js$/.test(id)
      ? 'export default {};'
      : null,
};

/** The interface's type is asked for with the page: text set in another first would be laid out twice. */
const fontAhead: Plugin = {
  name: 'font-ahead',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => /inter-latin-wght-normal.*\.woff2$/.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: {
            rel: 'preload',
            as: 'font',
            type: 'font/woff2',
            crossorigin: '',
            href: `./${file}`,
          },
          injectTo: 'head-prepend' as const,
        })),
  },
};

/** Names the one chunk of all that the page loads before it shows anything: fewer files, sooner there. */
function firstScreen(): (id: string, chunks: ChunkingContext) => string | null {
  let first: ReadonlySet<string> | null = null;
  return (id, chunks) => {
    first ??= staticImports(join(root, 'renderer', 'main.tsx'), chunks);
    return first.has(id) ? 'first' : null;
  };
}

interface ChunkingContext {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

function staticImports(entry: string, chunks: ChunkingContext): ReadonlySet<string> {
  const found = new Set([entry]);
  for (const id of found) {
    for (const imported of chunks.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  }
  return found;
}

const interfacePage: Part = {
  target: 'renderer',
  entry: join(root, 'renderer', 'index.html'),
  sources: ['renderer', 'resources', 'electron/core', 'electron/contract'],
  make: (draft) =>
    viteBuild({
      root: join(root, 'renderer'),
      base: './',
      plugins: [twoLanguages, react(), fontAhead],
      build: {
        ...pageBuild,
        outDir: draft,
        emptyOutDir: true,
        rolldownOptions: {
          input: join(root, 'renderer', 'index.html'),
          output: { codeSplitting: { groups: [{ name: firstScreen(), debugName: 'first' }] } },
        },
      },
    }),
};

/** Components alone on a page, for tests: no part of the application. */
const scenesPage: Part = {
  target: 'scenes',
  entry: join(root, 'renderer', 'scenes', 'main.tsx'),
  sources: ['renderer', 'electron/core', 'electron/contract'],
  make: async (draft) => {
    await viteBuild({
      base: './',
      plugins: [twoLanguages, react()],
      build: {
        ...pageBuild,
        outDir: draft,
        emptyOutDir: true,
        cssCodeSplit: false,
        rolldownOptions: {
          input: join(root, 'renderer', 'scenes', 'main.tsx'),
          // A page read from a file loads no modules.
          output: {
            format: 'iife',
            entryFileNames: 'scenes.js',
            assetFileNames: ({ names }) =>
              names.some((name) => name.endsWith('.css')) ? 'scenes.css' : '[name][extname]',
            codeSplitting: false,
          },
        },
      },
    });
    cpSync(join(root, 'renderer', 'scenes', 'index.html'), join(draft, 'index.html'));
  },
};

/** The hidden page that reads one original. It has one script and nothing to see. */
const parserPage: Part = {
  target: 'parser',
  entry: join(root, 'electron', 'parser.window.ts'),
  sources: ['electron'],
  make: async (draft) => {
    await viteBuild({
      base: './',
      plugins: [engineFromHost],
      build: {
        ...pageBuild,
        outDir: draft,
        emptyOutDir: true,
        rolldownOptions: {
          input: join(root, 'electron', 'parser.window.ts'),
          output: { entryFileNames: 'parser.js', codeSplitting: false },
        },
      },
    });
    const html =
      '<!doctype html><meta charset="utf-8"><title>Parser</title><script type="module" src="./parser.js"></script>\n';
    writeFileSync(join(draft, 'parser.html'), html);
  },
};

/** PDFium's engine, pdf.js' worker and the data some PDFs need, as files: nothing is fetched. */
const pdfAssets: Part = {
  target: 'pdfjs',
  entry: join(modules, 'pdfjs-dist', 'package.json'),
  sources: [],
  make: (draft) => {
    const from = join(modules, 'pdfjs-dist');
    mkdirSync(draft, { recursive: true });
    cpSync(join(from, 'legacy', 'build', 'pdf.worker.min.mjs'), join(draft, 'pdf.worker.mjs'));
    for (const folder of ['cmaps', 'standard_fonts', 'wasm', 'iccs']) {
      cpSync(join(from, folder), join(draft, folder), { recursive: true });
    }
    cpSync(join(modules, '@embedpdf', 'pdfium', 'dist', 'pdfium.wasm'), join(draft, 'pdfium.wasm'));
    return Promise.resolve();
  },
};

/** Recognition: the engine's thread, its compiled core in three kinds, and the language data. */
const recognition: Part = {
  target: 'ocr',
  entry: join(root, 'electron', 'ocr.worker.ts'),
  sources: ['electron'],
  make: async (draft) => {
    const entry = join(root, 'electron', 'ocr.worker.ts');
    await viteBuild({
      plugins: [coreBeside, refusedFetch],
      ssr: { noExternal: true, target: 'node' },
      build: {
        ssr: entry,
        target: 'node20',
        outDir: draft,
        emptyOutDir: false,
        minify: false,
        copyPublicDir: false,
        rolldownOptions: {
          output: { format: 'cjs', entryFileNames: 'worker.cjs', codeSplitting: false },
        },
      },
    });
    // The core looks for its compiled part beside itself; its scripts are no modules.
    writeFileSync(join(draft, 'package.json'), '{ "type": "commonjs" }\n');
    const core = join(modules, 'tesseract.js-core');
    for (const kind of ['lstm', 'simd-lstm', 'relaxedsimd-lstm']) {
      for (const ending of ['js', 'wasm']) {
        const name = `tesseract-core-${kind}.${ending}`;
        cpSync(join(core, name), join(draft, name));
      }
    }
    for (const language of ['fra', 'eng']) {
      const name = `${language}.traineddata.gz`;
      cpSync(
        join(modules, '@tesseract.js-data', language, '4.0.0_best_int', name),
        join(draft, name),
      );
    }
  },
};

/** The core stays a file of its own: it is larger than everything else and loads its other half. */
const coreBeside: Plugin = {
  name: 'core-beside',
  enforce: 'pre',
  resolveId: (id) => {
    const kind = /^tesseract\.js-core\/(tesseract-core-[a-z-]+)$/.exec(id)?.[1];
    return kind === undefined ? null : { id: `./${kind}.js`, external: true };
  },
};

/** The engine's way to a network for runtimes without `fetch`: there is none here. */
const refusedFetch: Plugin = {
  name: 'refused-fetch',
  enforce: 'pre',
  resolveId: (id) => (id === 'node-fetch' ? '\0refused-fetch' : null),
  load: (id) => (id === '\0refused-fetch' ? 'export default null;' : null),
};

const parts: readonly Part[] = [
  program('main', 'cjs'),
  program('service', 'cjs', true),
  program('cli', 'es', true),
  program('parser.node'),
  program('preload', 'cjs'),
  interfacePage,
  parserPage,
  pdfAssets,
  recognition,
];

/** The parts the command line needs: it must not wait for, or fail with, the interface. */
export const commandLineParts = ['electron/cli.js', 'electron/parser.node.js', 'pdfjs', 'ocr'];

/** What only tests open. */
export const testParts = [scenesPage.target];

/** Builds what changed. Returns false, after naming them, when parts could not be built. */
export async function buildChanged(only?: readonly string[]): Promise<boolean> {
  const wanted =
    only === undefined
      ? parts
      : [...parts, scenesPage].filter(({ target }) => only.includes(target));
  const base = hashOf([join(root, 'package-lock.json'), join(root, 'scripts', 'build.ts')]);
  const hashes = new Map<string, string>();
  const hashOfFolder = (folder: string): string => {
    const known = hashes.get(folder);
    if (known !== undefined) return known;
    const hash = hashOf(filesBelow(join(root, folder), isSource));
    hashes.set(folder, hash);
    return hash;
  };

  let good = true;
  for (const part of wanted) {
    if (!existsSync(part.entry)) {
      say(`Not built: out/${part.target} (its source does not exist).`);
      continue;
    }
    const state = [base, ...part.sources.map(hashOfFolder)].join(' ');
    const memory = join(stamps, 'build', `${part.target.replaceAll('/', '_')}.json`);
    if (existsSync(join(out, part.target)) && readJson(memory) === state) continue;
    const started = performance.now();
    try {
      await makeInPlace(part);
      writeJson(memory, state);
      say(`Built out/${part.target} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
    } catch (error) {
      good = false;
      say(
        `out/${part.target} could not be built: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  return good;
}

/** Builds into a draft folder beside, then moves the result in one step. */
async function makeInPlace(part: Part): Promise<void> {
  const target = join(out, part.target);
  const isFile = /\.c?js$/.test(part.target);
  const draft = join(out, `.draft-${process.pid}`);
  rmSync(draft, { recursive: true, force: true });
  try {
    await part.make(draft);
    mkdirSync(dirname(target), { recursive: true });
    if (isFile) {
      for (const name of readdirSync(draft))
        renameSync(join(draft, name), join(dirname(target), name));
    } else {
      rmSync(target, { recursive: true, force: true });
      renameSync(draft, target);
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
