import Input from 'antd/es/input';
import { useState } from 'react';
import { useAct } from '#web/api';
import { Button, InlineProblem, Section } from '#web/ui';
import { useWords } from './messages.ts';

export function RegisterForm({ area }: { readonly area: string }) {
  const words = useWords();
  const register = useAct('people.register');
  const [name, setName] = useState('');
  const [post, setPost] = useState('');
  const [unit, setUnit] = useState('');
  return (
    <Section title={words.register}>
      <form
        className="jh-form"
        onSubmit={(event) => {
          event.preventDefault();
          register.mutate(
            { body: { area, name, post, ...(unit === '' ? {} : { unit }) } },
            { onSuccess: () => [setName, setPost, setUnit].forEach((clear) => clear('')) },
          );
        }}
      >
        <label>
          {words.name}
          <Input required maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <label>
          {words.post}
          <Input maxLength={80} value={post} onChange={(event) => setPost(event.target.value)} />
        </label>
        <label>
          {words.unit}
          <Input maxLength={80} value={unit} onChange={(event) => setUnit(event.target.value)} />
        </label>
        <Button type="submit" busy={register.isPending}>
          {words.register}
        </Button>
        <InlineProblem error={register.error} />
      </form>
    </Section>
  );
}
