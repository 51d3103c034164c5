import { parseArgs } from 'node:util';
import { findGround } from './target.js';
import { takeTour } from './take-tour.js';

const usage = `A tour of AcuRecord on the terminal.

  npm run tour                     on the demo company of the simulator
  npm run tour -- --schema FILE    on a real schema document (swagger.json of an endpoint)
  npm run tour -- --url URL        on a simulator that runs already
`;

const { values } = parseArgs({
  options: { schema: { type: 'string' }, url: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});

if (values.help === true) {
  console.log(usage);
} else {
  await using target = await findGround({ schemaFile: values.schema, url: values.url });
  await takeTour(target);
}
