/** A text from a server, unable to move the cursor, ring the bell or change colours of the terminal. */
export function cleanText(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
}
