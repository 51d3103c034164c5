import type { ReactElement } from 'react';

const paths = {
  overview: 'M4 13h6V4H4zm0 7h6v-4H4zm10 0h6v-9h-6zm0-16v4h6V4z',
  orders: 'M6 3h9l4 4v14H6zM14.5 3v4.5H19M9 12h7M9 16h5',
  customers:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.4-3.6 3-5.5 6.5-5.500s6.1 1.9 6.5 5.500M16 4.300a3.5 3.5 0 0 1 0 6.500M17.8 14.800c2.2.7 3.5 2.5 3.7 5.2',
  tasks: 'M12 21a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 8v4.700l3.2 1.900M9.5 2h5',
  wire: 'M2.5 12h4l2.5-7 5 14 2.7-7h4.8',
  sun: 'M12 16.500a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12 2v2.200M12 19.800V22M2 12h2.200M19.8 12H22M5 5l1.5 1.500M17.5 17.5 19 19M19 5l-1.5 1.500M6.5 17.5 5 19',
  moon: 'M20 14.200A8.3 8.3 0 0 1 9.8 4a8.3 8.3 0 1 0 10.2 10.200z',
  plus: 'M12 5v14M5 12h14',
  cross: 'M6 6l12 12M18 6 6 18',
  undo: 'M9 7 4.5 11.5 9 16M5 11.500h9a5 5 0 0 1 0 10h-3',
  warning: 'M12 4 2.8 20h18.400zM12 10v4.500M12 17.300v.2',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.500M12 7.600v.2',
  tick: 'M5 12.5 10 17.5 19.5 7',
  download: 'M12 4v11M7.5 11 12 15.5 16.5 11M4.5 20h15',
  upload: 'M12 16V5M7.5 9 12 4.5 16.5 9M4.5 20h15',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20.5 20.5',
  filter: 'M4 5h16l-6.2 7.500V19l-3.6-2v-4.500z',
  play: 'M7 4.500v15l12-7.500z',
  pause: 'M8 5v14M16 5v14',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  back: 'M19 12H5M11 6l-6 6 6 6',
  next: 'M5 12h14M13 6l6 6-6 6',
  refresh: 'M20 5v5h-5M4 19v-5h5M5.5 9.500A7 7 0 0 1 19.5 10M18.5 14.500A7 7 0 0 1 4.5 14',
  file: 'M6 3h8l5 5v13H6zM14 3v5h5',
  bolt: 'M13 2.5 5 13.500h6l-1 8 8-11h-6z',
  key: 'M14.5 13.500a5 5 0 1 0-4.7-3.300L3 17v4h4v-2.500h2.500V16l2.3-2.300c.8.3 1.8.3 2.7-.2zM16 8.200v.1',
  snail: 'M12 21a9 9 0 1 1 9-9M12 7v5l-3 2M21 17v4M17 21v-2M13 21v0',
  scissors:
    'M6.5 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM6.5 20a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM8.5 8 20 18M8.5 16 20 6',
} as const;

/** Which drawings there are. */
export type IconName = keyof typeof paths;

/** A small drawing beside words; never the only word for something. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }): ReactElement {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
