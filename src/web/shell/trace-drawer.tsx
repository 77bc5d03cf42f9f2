import Drawer from 'antd/es/drawer';
import type { ReactNode } from 'react';
import { useCommon } from '#web/locale';
import { useReturnFocus } from '#web/ui';

interface Props {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The panel at the right in which a figure explains itself; Escape closes it and focus returns. */
export function TraceDrawer({ open, title, onClose, children }: Props) {
  const words = useCommon();
  useReturnFocus();
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={title}
      size={560}
      closable={{ 'aria-label': words.actions.close }}
      styles={{ wrapper: { maxWidth: '100vw' }, body: { padding: 16 } }}
    >
      {children}
    </Drawer>
  );
}
