import { useState } from 'react';
import { Answer, Button } from '#web/ui';
import { useWords } from './messages.ts';

/** The links for the other two administrators, shown this once. */
export function Invitations({
  invitations,
}: {
  readonly invitations: readonly { readonly role: string; readonly token: string }[];
}) {
  const words = useWords();
  const [copied, setCopied] = useState('');
  return (
    <>
      <Answer detail={words.hand}>{words.done}</Answer>
      <dl className="jh-links">
        {invitations.map(({ role, token }) => {
          const link = `${window.location.origin}/join#${token}`;
          return (
            <div key={role}>
              <dt>{words.roles[role] ?? role}</dt>
              <dd>
                <code>{link}</code>{' '}
                <Button
                  onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(role))}
                  aria-label={`${words.copy}: ${words.roles[role] ?? role}`}
                >
                  {copied === role ? words.copied : words.copy}
                </Button>
              </dd>
            </div>
          );
        })}
      </dl>
      <div className="jh-actions">
        <Button look="strong" onClick={() => window.location.assign('/')}>
          {words.goOn}
        </Button>
      </div>
    </>
  );
}
