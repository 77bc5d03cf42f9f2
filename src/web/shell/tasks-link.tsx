import { NavLink } from 'react-router';
import { useAnswer } from '#web/api';
import { numberText } from '#web/locale';
import { useShellMessages } from './messages.ts';
import { useView } from './use-view.ts';

/** The way to what waits for the reader, with how much it is. */
export function TasksLink() {
  const words = useShellMessages();
  const view = useView();
  const { data } = useAnswer('casework.count', {});
  const waiting = data?.waiting ?? 0;
  return (
    <NavLink to={view.hrefTo('/tasks')} className="jh-top-button jh-tasks-link jh-no-print">
      {words.tasks}
      {waiting > 0 ? (
        <>
          <span className="jh-task-count">{waiting > 999 ? '999+' : waiting}</span>
          <span className="jh-unseen"> {words.tasksLate(numberText(data?.overdue ?? 0))}</span>
        </>
      ) : null}
    </NavLink>
  );
}
