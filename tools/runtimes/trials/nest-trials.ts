import { shopModule } from '../shop.js';
import type { Style, Trial } from '../trial.js';

const NEST = ['@nestjs/common@11', '@nestjs/core@11', '@nestjs/platform-express@11', '@nestjs/cli@11'];
const MORE = ['reflect-metadata', 'rxjs', 'typescript@5.9.3', '@types/node@20'];

const MAIN = `
import 'reflect-metadata';
import { Controller, Get, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { visitShop } from './shop';

@Injectable()
class Shop {
  visit() {
    return visitShop();
  }
}

@Controller()
class ShopController {
  constructor(private readonly shop: Shop) {}

  @Get('visit')
  async visit() {
    return 'VISIT ' + JSON.stringify(await this.shop.visit());
  }
}

@Module({ controllers: [ShopController], providers: [Shop] })
class ShopModule {}

async function main() {
  const app = await NestFactory.create(ShopModule, { logger: ['error'] });
  await app.listen(0, '127.0.0.1');
  console.log(await app.getUrl());
}
void main();
`;

function project(style: Style, builder: 'tsc' | 'swc'): Record<string, string> {
  return {
    'main.ts': MAIN,
    'shop.ts': shopModule(style, 'import', './acumatica/index'),
    'nest-cli.json': JSON.stringify({ sourceRoot: '.', compilerOptions: { builder, typeCheck: false } }),
    '.swcrc': JSON.stringify({
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
      },
      module: { type: 'commonjs' },
      exclude: ['node_modules', 'dist'],
    }),
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        lib: ['ES2023', 'ESNext.Disposable', 'DOM'],
        module: 'CommonJS',
        moduleResolution: 'node10',
        experimentalDecorators: true,
        emitDecoratorMetadata: true,
        strict: true,
        skipLibCheck: true,
        outDir: 'dist',
        rootDir: '.',
      },
      include: ['*.ts', 'acumatica'],
    }),
  };
}

/** Nest with each of its builders: built, started and asked. */
export const nestTrials: readonly Trial[] = [
  {
    name: 'Nest, tsc builder',
    packages: [...NEST, ...MORE],
    type: 'commonjs',
    works: ['decorators', 'erasable'],
    importExtension: 'none',
    files: (style) => project(style, 'tsc'),
    run: async (place) => {
      await place.run('npx', 'nest', 'build');
      return place.ask('/visit', place.node, 'dist/main.js');
    },
  },
  {
    name: 'Nest, SWC builder',
    packages: [...NEST, ...MORE, '@swc/cli@0.7', '@swc/core@1.16.18'],
    type: 'commonjs',
    works: ['erasable'],
    refuses: ['decorators'],
    importExtension: 'none',
    files: (style) => project(style, 'swc'),
    run: async (place) => {
      await place.run('npx', 'nest', 'build');
      return place.ask('/visit', place.node, 'dist/main.js');
    },
  },
];
