@node "%~dp0junheng.mjs" %*
