/** Whether plain digits without a point are too many for an integer of 64 bits, so that a server would not read them as one. */
export function exceedsInteger(digits: string): boolean {
  return digits.length > 18 && !digits.includes('.');
}
