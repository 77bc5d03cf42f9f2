import Drawer from 'antd/es/drawer';
import { type ReactNode, useEffect } from 'react';
import { useCommon } from '#web/locale';

interface Props {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The panel at the right in which a figure explains itself; Escape closes it and focus returns. */
export function TraceDrawer({ open, title, onClose, children }: Props) {
  const words = useCommon();
  // The panel goes away with its address, before it could give the focus back by itself.
  useEffect(() => {
    const opener = document.activeElement;
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, []);
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
