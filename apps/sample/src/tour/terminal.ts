import { styleText } from 'node:util';

/** Prints a chapter of the tour. */
export function chapter(title: string): void {
  console.log(`\n${styleText('bold', title)}`);
}

/** Prints what a step found. */
export function say(text: string): void {
  console.log(`  ${text}`);
}

/** Prints what went over the wire. */
export function wire(text: string): void {
  console.log(styleText('dim', `  · ${text}`));
}
