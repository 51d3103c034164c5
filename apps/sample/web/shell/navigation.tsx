import type { ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { Icon } from '../parts/icon.js';

const places = [
  { href: '/', icon: 'overview', label: 'Overview' },
  { href: '/orders', icon: 'orders', label: 'Orders' },
  { href: '/customers', icon: 'customers', label: 'Customers' },
  { href: '/tasks', icon: 'tasks', label: 'Tasks' },
  { href: '/wire', icon: 'wire', label: 'Wire' },
] as const;

/** The ways to the pages: a column beside them, or a bar below them on a phone. */
export function Navigation(): ReactElement {
  const [path] = useLocation();
  return (
    <nav className="nav" aria-label="Pages">
      <ul>
        {places.map(({ href, icon, label }) => (
          <li key={href}>
            <Link href={href} aria-current={isAt(path, href) ? 'page' : undefined}>
              <Icon name={icon} size={20} />
              <span>{label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function isAt(path: string, href: string): boolean {
  return path === href || (href !== '/' && path.startsWith(`${href}/`));
}
