import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCommon } from '#web/locale';
import { type Status, StatusMark, statusColour } from '#web/ui';

export interface LimitBar {
  readonly key: string;
  readonly label: string;
  readonly note?: string;
  readonly href?: string;
  readonly value: number | null;
  readonly limit: number | null;
  readonly status: Status;
  /** What the value was before a change; drawn as an outlined tick. */
  readonly before?: number | null;
  /** Shares of the value, largest first; they need not add up to 1. */
  readonly parts?: readonly { readonly label: string; readonly share: number }[];
  readonly figure: ReactNode;
  readonly limitText: string;
}

/** Where a value stands when the limit is at a fixed place of the track: 1 = the limit, cut off at 1.6. */
export function placeOnTrack(value: number | null, limit: number | null): number {
  if (value === null || limit === null || limit <= 0) return 0;
  return Math.min(Math.max(value / limit, 0), 1.6) / 1.6;
}

interface Props {
  readonly label: string;
  readonly bars: readonly LimitBar[];
}

/** Bars whose limits stand under one another, so that what is outside is seen at a glance, whatever each limit is. */
export function BarAgainstLimit({ label, bars }: Props) {
  const { verdicts } = useCommon();
  return (
    <ol className="jh-bars" aria-label={label}>
      {bars.map((bar) => {
        const place = placeOnTrack(bar.value, bar.limit);
        return (
          <li key={bar.key} className="jh-bar">
            <span className="jh-bar-label">
              <StatusMark status={bar.status} />
              {bar.note ? <span className="jh-bar-note jh-quiet">{bar.note}</span> : null}
              {bar.href ? <Link to={bar.href}>{bar.label}</Link> : <span>{bar.label}</span>}
            </span>
            <span className="jh-bar-track" aria-hidden="true">
              <span
                className="jh-bar-fill"
                style={{ width: `${place * 100}%`, backgroundColor: statusColour[bar.status] }}
              >
                {(bar.parts ?? []).map((part) => (
                  <span
                    key={part.label}
                    className="jh-bar-part"
                    title={part.label}
                    style={{ width: `${part.share * 100}%` }}
                  />
                ))}
              </span>
              {bar.before === undefined || bar.before === null ? null : (
                <span className="jh-bar-before" style={{ left: `${placeOnTrack(bar.before, bar.limit) * 100}%` }} />
              )}
              <span className="jh-bar-limit" />
            </span>
            <span className="jh-bar-figure">
              {bar.figure}
              <span className="jh-quiet jh-number"> {bar.limitText}</span>
              <span className="jh-unseen"> {verdicts[bar.status]}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
