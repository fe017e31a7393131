// Before anything is painted: what somebody chose on an earlier visit.
try {
  const theme = localStorage.getItem('verbatim:theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // A browser that keeps nothing shows the theme of the system.
}
