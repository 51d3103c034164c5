import { join } from 'node:path';
import { generateModels } from '@acurecord/generator';
import type { GenerateOptions } from '@acurecord/generator';
import { describeEntityClass, orderSchema } from '@acurecord/metadata/testing';
import type { OrderClass } from '@acurecord/metadata/testing';
import { outputFolder } from './output-folder.js';

/** The test set-up compiles everything below a folder called `….legacy.…` with experimental decorators. */
const kinds: readonly [string, GenerateOptions, string][] = [
  ['generated for standard decorators', { style: 'decorators' }, 'generated-'],
  ['generated for experimental decorators', { style: 'decorators' }, 'generated.legacy.'],
  ['generated for types that are only stripped', { style: 'erasable' }, 'generated-'],
];

for (const [name, options, prefix] of kinds) {
  describe(name, () => {
    let folder: ReturnType<typeof outputFolder>;
    beforeAll(() => {
      folder = outputFolder(generateModels(orderSchema, options).files, prefix);
    });
    afterAll(() => folder.remove());

    describeEntityClass(name, () => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- the file does not exist before the test runs
      const { models } = require(join(folder.path, 'index.ts')) as { models: { SalesOrder: OrderClass } };
      return models.SalesOrder;
    });
  });
}
