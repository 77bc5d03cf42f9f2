import type { AuditEntry } from './contract.ts';

const head = [
  'at',
  'by',
  'name',
  'act',
  'result',
  'area',
  'unit',
  'on',
  'reason',
  'details',
  'channel',
  'address',
  'request',
];

/** The entries as CSV; its first line says who took them out. Text that a spreadsheet would compute is defused. */
export function writeTrail(rows: readonly AuditEntry[], mark: string): Uint8Array {
  const lines = rows.map(({ at, by, act, result, on, reason, details, channel, address, requestId }) => [
    at,
    by.id,
    by.name ?? '',
    act,
    result,
    on.area,
    on.unit,
    `${on.kind} ${on.id}`.trim(),
    reason,
    Object.keys(details).length === 0 ? '' : JSON.stringify(details),
    channel,
    address,
    requestId,
  ]);
  const text = [[mark], head, ...lines].map((cells) => cells.map(cellOf).join(',')).join('\r\n');
  return new TextEncoder().encode(`\ufeff${text}\r\n`);
}

function cellOf(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
