import { useAnswer } from '#web/api';
import { useView } from '#web/shell';
import { Await } from '#web/ui';
import { RequestForm } from './request-form.tsx';

/** A new form, or (with `again` in the address) a request that was returned. */
export function RequestPage() {
  const view = useView();
  const again = view.read('again');
  const register = useAnswer('forms.register', { params: { area: view.area }, query: {} });
  const returned = useAnswer(
    'forms.form',
    { params: { area: view.area, form: again }, query: {} },
    { enabled: again !== '' },
  );
  return (
    <Await asked={register}>
      {(known) =>
        again === '' ? (
          <RequestForm register={known} again={null} />
        ) : (
          <Await asked={returned}>{(form) => <RequestForm register={known} again={form} />}</Await>
        )
      }
    </Await>
  );
}
