import { answerReaders } from './hostile/answer-readers.js';
import { documentReaders } from './hostile/document-readers.js';
import { errorReaders } from './hostile/error-readers.js';
import { filterReaders } from './hostile/filter-readers.js';
import { programReaders } from './hostile/program-readers.js';
import { slowShapes } from './hostile/slow-shapes.js';

const readers = [...errorReaders, ...filterReaders, ...answerReaders, ...documentReaders, ...programReaders];

it.each(readers.map((reader) => [reader.name, reader] as const))(
  '%s takes time in proportion to the text, whatever its shape',
  (_name, reader) => {
    expect(slowShapes(reader)).toEqual([]);
  },
);

it('finds a reader that looks at the rest of the text again and again', () => {
  const careless = { name: 'careless', read: (text: string) => text.replace(/<[^>]*>/g, '') };
  const shapes = [
    { name: 'open brackets', text: (length: number) => '<'.repeat(length) },
    { name: 'closed brackets', text: (length: number) => '<>'.repeat(length / 2) },
  ];
  expect(slowShapes(careless, shapes)).toEqual(['open brackets']);
});
