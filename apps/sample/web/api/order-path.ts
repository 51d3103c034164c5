/** Where the order is on the server. */
export function orderPath(orderType: string, orderNbr: string): string {
  return `/api/orders/${encodeURIComponent(orderType)}/${encodeURIComponent(orderNbr)}`;
}

/** Where the order is among the pages. */
export function orderHref({ orderType, orderNbr }: { orderType: string; orderNbr: string }): string {
  return `/orders/${encodeURIComponent(orderType)}/${encodeURIComponent(orderNbr)}`;
}
