// Before the first paint, so that a page never flashes in the other theme. web/shell/theme.ts writes the same key.
try {
  const theme = localStorage.getItem('order-desk.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is switched off: the system decides.
}
