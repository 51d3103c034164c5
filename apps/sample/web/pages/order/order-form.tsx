import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { OrderDocument } from '../../../contract/index.js';
import { Icon } from '../../parts/icon.js';
import { Notice } from '../../parts/notice.js';
import { Page } from '../../parts/page.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { StatusBadge } from '../../parts/status-badge.js';
import { useLeaveGuard } from '../../shell/leave-guard.js';
import { money } from '../../wording/money.js';
import { ActionBar } from './action-bar.js';
import { ChangesCard } from './changes-card.js';
import { ConflictDialog } from './conflict-dialog.js';
import { FilesCard } from './files-card.js';
import { HeaderCard } from './header-card.js';
import { LinesCard } from './lines-card.js';
import { NoteCard } from './note-card.js';
import { ShipmentsCard } from './shipments-card.js';
import { useOrderEditor } from './use-order-editor.js';
import type { OrderEditor } from './use-order-editor.js';

/** An order as a form, with what can be done to it. */
export function OrderForm(props: { readonly order: OrderDocument; readonly onReload: () => unknown }): ReactElement {
  const { order, onReload } = props;
  const editor = useOrderEditor(order);
  useLeaveGuard(editor.isDirty);
  const form = useFirstError(editor.refusals);
  const { header } = order;
  return (
    <Page
      title={`${header.orderType} ${header.orderNbr}`}
      heading={<Heading order={order} />}
      about={`${header.customerName ?? header.customerId} · ${money(header.total, header.currency)}`}
      actions={
        <Link href="/orders" className="button">
          <Icon name="back" size={16} /> All orders
        </Link>
      }
    >
      <ActionBar order={order} isDirty={editor.isDirty} />
      {!order.editable && (
        <Notice tone="grey" title="This order can no longer be changed">
          <p>{`Its status is ${header.status}.`}</p>
        </Notice>
      )}
      <Failure editor={editor} />
      <div className="order-grid" ref={form}>
        <div className="stack">
          <HeaderCard editor={editor} />
          <LinesCard editor={editor} />
        </div>
        <div className="stack order-aside">
          <ChangesCard editor={editor} />
          <NoteCard editor={editor} />
          <FilesCard order={order} isDirty={editor.isDirty} onReload={onReload} />
          <ShipmentsCard order={order} />
        </div>
      </div>
      {editor.conflict && <ConflictDialog conflict={editor.conflict} order={order} onChoose={editor.settleConflict} />}
    </Page>
  );
}

function Heading({ order: { header } }: { readonly order: OrderDocument }): ReactElement {
  return (
    <span className="order-title">
      {`${header.orderType} ${header.orderNbr}`} <StatusBadge status={header.status} />{' '}
      {header.late && (
        <span className="badge" data-tone="red">
          Late
        </span>
      )}
    </span>
  );
}

function Failure({ editor }: { readonly editor: OrderEditor }): ReactElement | null {
  return editor.failure === null ? null : <ProblemNotice error={editor.failure} />;
}

/** Brings the focus to the first wrong field each time that saving is refused. */
function useFirstError(refusals: number): React.RefObject<HTMLDivElement | null> {
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);
  return form;
}
