import { readOptions } from '../src/options.js';

it('listens on this machine, on 3000 or the next free port', () => {
  const { host, ports, help } = readOptions([], {});
  expect({ host, help }).toEqual({ host: '127.0.0.1', help: false });
  expect(ports).toEqual([3000, 3001, 3002, 3003, 3004, 3005, 3006, 3007, 3008, 3009]);
});

it('takes the port that was asked for and no other, by the command line before the environment', () => {
  expect(readOptions(['--port', '8080'], { PORT: '9090' }).ports).toEqual([8080]);
  expect(readOptions([], { PORT: '9090' }).ports).toEqual([9090]);
  expect(readOptions([], { PORT: '' }).ports).toHaveLength(10);
});

it.each([['--port', 'x'], ['--port', '65536'], ['--port', '-1'], ['--nothing']])('refuses %s %s', (...args) => {
  expect(() => readOptions(args, {})).toThrow();
});
