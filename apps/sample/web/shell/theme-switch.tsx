import type { ReactElement } from 'react';
import { Icon } from '../parts/icon.js';
import { chooseTheme, useTheme } from './theme.js';

/** Changes between dark and light, and remembers it. */
export function ThemeSwitch(): ReactElement {
  const other = useTheme() === 'dark' ? 'light' : 'dark';
  return (
    <button
      type="button"
      className="theme-switch"
      onClick={() => {
        chooseTheme(other);
      }}
    >
      <Icon name={other === 'dark' ? 'moon' : 'sun'} />
      <span>{`Switch to ${other}`}</span>
    </button>
  );
}
