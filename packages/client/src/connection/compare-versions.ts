/** Orders versions such as `24.200.001` by the numbers of their parts: `9.200` is older than `24.200`. */
export function compareVersions(a: string, b: string): number {
  const [as, bs] = [a.split('.'), b.split('.')];
  for (let index = 0; index < Math.max(as.length, bs.length); index += 1) {
    const difference = compareParts(as[index] ?? '0', bs[index] ?? '0');
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareParts(a: string, b: string): number {
  if (/^\d+$/.test(a) && /^\d+$/.test(b)) return Number(a) - Number(b);
  return a < b ? -1 : a > b ? 1 : 0;
}
