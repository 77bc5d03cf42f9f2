import type { StageOutlook } from '#contracts/seats';
import { type Status, StatusMark } from '#web/ui';
import { useSeatsWords } from './messages.ts';

type Alarm = StageOutlook['alarm'];
export const statusOfAlarm: Readonly<Record<Alarm, Status>> = { short: 'notMet', tight: 'near', enough: 'met' };

/** Whether seats will do, as shape, colour and word. */
export function AlarmMark({ alarm }: { readonly alarm: Alarm }) {
  const words = useSeatsWords();
  return (
    <span className={`jh-cell-status jh-${statusOfAlarm[alarm]}`}>
      <StatusMark status={statusOfAlarm[alarm]} size={9} />
      {words.alarms[alarm]}
    </span>
  );
}
