import type { ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';
import { Target } from './target.js';
import { LeaveDialog } from './leave-dialog.js';
import { Navigation } from './navigation.js';
import { ThemeSwitch } from './theme-switch.js';

/** What stands around every page. */
export function Shell({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <div className="shell">
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <header className="rail">
        <Link href="/" className="brand">
          <img src="/icon.svg" alt="" />
          Order Desk
        </Link>
        <Navigation />
        <div className="rail-foot">
          <Target />
          <ThemeSwitch />
        </div>
      </header>
      <main className="stage" id="main" tabIndex={-1}>
        {children}
      </main>
      <LeaveDialog />
    </div>
  );
}
