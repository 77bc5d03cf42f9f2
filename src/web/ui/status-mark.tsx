import type { Status } from './status.ts';

const shapes: Readonly<Record<Status, React.ReactNode>> = {
  met: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  near: <path d="M6 1 L11.4 10.6 L0.6 10.6 Z" fill="currentColor" />,
  notMet: <rect x="1" y="1" width="10" height="10" fill="currentColor" />,
  noData: <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  notApplicable: <path d="M2 6 H10" stroke="currentColor" strokeWidth="1.6" />,
};

/** The shape of a status: disc, triangle, square, ring, dash. Words stand beside it, so it is hidden from readers. */
export function StatusMark({ status, size = 10 }: { readonly status: Status; readonly size?: number }) {
  return (
    <svg className={`jh-mark jh-${status}`} width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
      {shapes[status]}
    </svg>
  );
}
