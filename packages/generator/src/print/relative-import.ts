/** How one generated file names another: `shared/address` to `customer` is `../customer.js`. */
export function relativeImport(from: string, to: string, extension: '.js' | '.ts' | ''): string {
  const [fromFolder, toFolder] = [from, to].map((path) => path.slice(0, path.lastIndexOf('/') + 1));
  if (fromFolder === toFolder) return `./${to.slice(to.lastIndexOf('/') + 1)}${extension}`;
  return `${fromFolder === '' ? './' : '../'.repeat((fromFolder ?? '').split('/').length - 1)}${to}${extension}`;
}
