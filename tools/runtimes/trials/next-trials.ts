import { shopModule } from '../shop.js';
import type { Style, Trial } from '../trial.js';

const REACT = ['react@19', 'react-dom@19', 'typescript@5.9.3', '@types/react@19', '@types/node@20'];

const LAYOUT = `
export default function Layout({ children }: { children: React.ReactNode }) {
  return <html><body>{children}</body></html>;
}
`;

/** A server component that reads the shop as it is rendered. */
const PAGE = `
import { visitShop } from '../shop';
export const dynamic = 'force-dynamic';
export default async function Page() {
  return <pre>{'VISIT ' + JSON.stringify(await visitShop())}</pre>;
}
`;

const ROUTE = `
import { visitShop } from '../../shop';
export const dynamic = 'force-dynamic';
export async function GET() {
  return new Response('VISIT ' + JSON.stringify(await visitShop()));
}
`;

function project(style: Style): Record<string, string> {
  return {
    'app/layout.tsx': LAYOUT,
    'app/page.tsx': PAGE,
    'app/visit/route.ts': ROUTE,
    'shop.ts': shopModule(style, 'import', './acumatica/index'),
    'next.config.mjs': 'export default { typescript: { ignoreBuildErrors: true } };\n',
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        lib: ['ES2023', 'ESNext.Disposable', 'DOM'],
        module: 'esnext',
        moduleResolution: 'bundler',
        jsx: 'preserve',
        strict: true,
        skipLibCheck: true,
        noEmit: true,
        plugins: [{ name: 'next' }],
      },
      include: ['**/*.ts', '**/*.tsx'],
    }),
  };
}

/** Next with each of its bundlers: built, started, and asked for a server component and a route handler. */
export const nextTrials: readonly Trial[] = [
  { version: 15, bundler: 'webpack', flags: [] },
  { version: 15, bundler: 'Turbopack', flags: ['--turbopack'] },
  { version: 16, bundler: 'webpack', flags: ['--webpack'] },
  { version: 16, bundler: 'Turbopack', flags: [] },
].map(({ version, bundler, flags }): Trial => ({
  name: `Next ${version}, ${bundler}`,
  packages: [`next@${version}`, ...REACT],
  type: 'module',
  works: ['erasable'],
  refuses: ['decorators'],
  importExtension: 'none',
  files: project,
  run: async (place) => {
    const next = 'node_modules/next/dist/bin/next';
    await place.run(place.node, next, 'build', ...flags);
    const start = (path: string): Promise<string> => place.ask(path, place.node, next, 'start', '-p', '0');
    const page = await start('/');
    if (!page.replaceAll('&quot;', '"').includes('VISIT {')) throw new Error(`The page is ${page}`);
    return start('/visit');
  },
}));
