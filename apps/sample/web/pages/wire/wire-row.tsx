import type { ReactElement } from 'react';
import type { WireEntry, WireNote } from '../../../contract/index.js';
import { Breakable } from '../../parts/breakable.js';
import type { Tone } from '../../parts/status-badge.js';
import { duration, timeOfDay } from '../../wording/dates.js';

const tones: Readonly<Record<WireNote, Tone>> = {
  throttled: 'amber',
  retry: 'blue',
  'signed in again': 'violet',
  'signed in': 'green',
  'signed out': 'grey',
  'connection lost': 'red',
  slow: 'amber',
  failed: 'red',
};

/** One request to the ERP. */
export function WireRow({ entry }: { readonly entry: WireEntry }): ReactElement {
  const { at, method, path, attempt, ms } = entry;
  const note = <Note entry={entry} />;
  return (
    <tr className={entry.note === undefined ? undefined : 'unusual'}>
      <td className="mono nowrap">{timeOfDay(at)}</td>
      <td className="request mono">
        <strong>{method}</strong> <RequestPath path={path} />
        {attempt > 1 && <span className="badge">{`attempt ${String(attempt)}`}</span>}
        <span className="narrow-only">{note}</span>
      </td>
      <td>
        <StatusMark entry={entry} />
      </td>
      <td className="number mono nowrap wide-only">{ms === null ? '…' : duration(ms)}</td>
      <td className="wide-only">{note}</td>
    </tr>
  );
}

function Note({ entry: { note, remark, error } }: { readonly entry: WireEntry }): ReactElement | null {
  if (note === undefined && error === undefined) return null;
  return (
    <span className="wire-note">
      {note !== undefined && (
        <span className="badge" data-tone={tones[note]}>
          {note}
        </span>
      )}{' '}
      {remark ?? error}
    </span>
  );
}

function StatusMark({ entry: { status, ms, error } }: { readonly entry: WireEntry }): ReactElement {
  if (status === null) {
    const isWaiting = ms === null && error === undefined;
    return (
      <span className="badge" data-tone={isWaiting ? 'grey' : 'red'}>
        {isWaiting ? '…' : 'none'}
      </span>
    );
  }
  return (
    <span className="badge mono" data-tone={status < 300 ? 'green' : status < 400 || status === 429 ? 'amber' : 'red'}>
      {status}
    </span>
  );
}

/** The path, and paler its query; it may break where a person would break it. */
function RequestPath({ path }: { readonly path: string }): ReactElement {
  const [place = '', query] = readable(path).split(/\?(.*)/s);
  return (
    <>
      <Breakable text={place} />
      {query !== undefined && (
        <span className="query">
          <wbr />?
          <Breakable text={query} />
        </span>
      )}
    </>
  );
}

/** `%20` and the like as people write them. */
function readable(path: string): string {
  try {
    return decodeURIComponent(path.replaceAll('+', ' '));
  } catch {
    return path;
  }
}
