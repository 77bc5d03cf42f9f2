import { Link } from 'react-router';
import type { Job } from '#contracts/jobs';
import { useAnswer } from '#web/api';
import { shareText, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Button } from '#web/ui';
import './job-strip.css';
import { useJobWords } from './messages.ts';
import { useJobs } from './use-jobs.ts';
import { screenOfJob } from './view-model.ts';

function JobTitle({ job }: { readonly job: Job }) {
  const text = useText();
  const { data } = useAnswer('organization.area', { params: { area: job.area } });
  return (
    <strong>
      {text(job.title)} · {data?.name ?? job.area}
    </strong>
  );
}

function OpenJob({ job, onCancel }: { readonly job: Job; readonly onCancel: () => void }) {
  const words = useJobWords();
  const text = useText();
  const share = job.progress?.share;
  const title = text(job.title);
  return (
    <li className="jh-job">
      <JobTitle job={job} />
      <span>{job.state === 'queued' ? words.queued : job.progress ? text(job.progress.phase) : ''}</span>
      {share === undefined ? (
        <progress aria-label={title} />
      ) : (
        <progress aria-label={title} max={1} value={share} title={words.share(shareText(share, 0))} />
      )}
      {job.progress?.found ? <span className="jh-hint">{text(job.progress.found)}</span> : null}
      <Button onClick={onCancel} aria-label={words.cancelOf(title)}>
        {words.cancel}
      </Button>
    </li>
  );
}

function EndedJob({ job }: { readonly job: Job }) {
  const words = useJobWords();
  const text = useText();
  const view = useView();
  const screen = screenOfJob(job.kind);
  const ending = job.state === 'done' ? words.done : job.state === 'cancelled' ? words.cancelled : words.failed;
  return (
    <li className="jh-job">
      <JobTitle job={job} />
      <span>
        {ending}
        {job.failure ? `：${text(job.failure.text)}` : ''}
      </span>
      {job.state === 'done' && screen ? (
        <Link to={view.href(screen, '', {}, job.area)} aria-label={words.openOf(text(job.title))}>
          {words.open}
        </Link>
      ) : null}
    </li>
  );
}

/** What takes long: how far it is, cancelling it, and what ended lately. Nothing where there is nothing. */
export function JobStrip() {
  const words = useJobWords();
  const { open, ended, cancel } = useJobs();
  if (open.length === 0 && ended.length === 0) return null;
  return (
    <aside className="jh-jobs jh-no-print" aria-label={words.region}>
      {open.length > 0 ? (
        <>
          <p role="status">
            <span className="jh-spinner" aria-hidden="true" /> {words.running(open.length)}
            <span className="jh-hint"> {words.stays}</span>
          </p>
          <ul>
            {open.map((job) => (
              <OpenJob key={job.id} job={job} onCancel={() => void cancel(job.id)} />
            ))}
          </ul>
        </>
      ) : null}
      {ended.length > 0 ? (
        <details>
          <summary>
            {words.recent} ({ended.length})
          </summary>
          <ul>
            {ended.map((job) => (
              <EndedJob key={job.id} job={job} />
            ))}
          </ul>
        </details>
      ) : null}
    </aside>
  );
}
