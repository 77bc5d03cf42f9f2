import { type RefObject, useLayoutEffect, useState } from 'react';

/** The inner width of an element, now and whenever it changes; without bound until it is known. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return undefined;
    const look = () => setWidth(measured.clientWidth);
    look();
    const resized = new ResizeObserver(look);
    resized.observe(measured);
    return () => resized.disconnect();
  }, [element]);
  return width;
}
