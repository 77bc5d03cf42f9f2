import AntButton from 'antd/es/button';
import type { ReactNode } from 'react';
import { useHref, useLinkClickHandler } from 'react-router';
import { type ButtonLook, buttonLooks } from './button-look.ts';

interface Props {
  readonly look?: ButtonLook;
  readonly children: ReactNode;
}

function PageLink({ to, look = 'plain', children }: Props & { readonly to: string }) {
  return (
    <AntButton {...buttonLooks[look]} href={useHref(to)} onClick={useLinkClickHandler(to)}>
      {children}
    </AntButton>
  );
}

function FileLink({ file, look = 'plain', children }: Props & { readonly file: string }) {
  return (
    <AntButton {...buttonLooks[look]} href={file} download>
      {children}
    </AntButton>
  );
}

/** A link that looks like a button: to another page of the product, or to a file to be saved. */
export function ButtonLink(props: Props & ({ readonly to: string } | { readonly file: string })) {
  return 'to' in props ? <PageLink {...props} /> : <FileLink {...props} />;
}
