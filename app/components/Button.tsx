import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './Button.module.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: 'primary' | 'danger';
  readonly children: ReactNode;
}

/** A button with words. */
export function Button({ kind, className = '', ...rest }: ButtonProps) {
  const look = kind ? styles[kind] : '';
  return <button type="button" className={`${styles.button} ${look} ${className}`} {...rest} />;
}

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** What it does, for a screen reader and on hover. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A button that is an icon alone. */
export function IconButton({ label, className = '', ...rest }: IconButtonProps) {
  return <button type="button" aria-label={label} title={label} className={`${styles.icon} ${className}`} {...rest} />;
}
