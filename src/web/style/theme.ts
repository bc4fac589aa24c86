import { createTheme, defaultVariantColorsResolver, type VariantColorsResolver } from '@mantine/core';

const shades = [
  '#f5f6f7',
  '#edeff1',
  '#dde1e5',
  '#c3c9d0',
  '#868f99',
  '#5c656f',
  '#434b54',
  '#2a3036',
  '#1d2126',
  '#14181d',
] as const;

/** Ink on dark, paper on light: what is filled has the colour of text, and text on it that of the sheet. */
const variantColorResolver: VariantColorsResolver = input => {
  const colors = defaultVariantColorsResolver(input);
  return input.variant === 'filled' ? { ...colors, color: 'var(--on-ink)' } : colors;
};

/** Colours are in tokens.css; what Mantine must know in script is which of its names we use. */
export const theme = createTheme({
  primaryColor: 'ink',
  colors: { ink: shades },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver,
  components: {
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    NativeSelect: { defaultProps: { size: 'xs' } },
    Modal: { defaultProps: { lockScroll: false } },
    Drawer: { defaultProps: { lockScroll: false } },
  },
});
