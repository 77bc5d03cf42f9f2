import { useParams } from 'react-router';
import { useAnswer } from '#web/api';
import { Await } from '#web/ui';
import { ApplicationForm } from './application-form.tsx';

/** Applying for the children of a family, new or from a saved draft. */
export function ApplyPage() {
  const { area = '', round = '', application = '' } = useParams();
  const plan = useAnswer('admission.round', { params: { area, round } });
  const draft = useAnswer(
    'admission.application',
    { params: { area, round, application } },
    { enabled: application !== '' },
  );
  return (
    <Await asked={plan}>
      {(known) =>
        application === '' ? (
          <ApplicationForm plan={known} draft={null} />
        ) : (
          <Await asked={draft}>{(saved) => <ApplicationForm key={saved.id} plan={known} draft={saved} />}</Await>
        )
      }
    </Await>
  );
}
