@echo off
rem The launcher for Windows: it lies beside the file stargate-calc, which is a jar to Java.
rem STARGATE_CALC_JAVA_OPTS adds flags for the JVM.
setlocal
set "java=%~dp0..\lib\stargate-calc\runtime\bin\java.exe"
if not exist "%java%" if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if not exist "%java%" set "java=java.exe"
rem Tables are UTF-8; the console is given back the code page that it had.
for /f "tokens=2 delims=:." %%p in ('chcp') do set "page=%%p"
chcp 65001 >nul 2>nul
"%java%" -XX:+UseSerialGC -Xshare:auto -Xms64m %STARGATE_CALC_JAVA_OPTS% -jar "%~dp0stargate-calc" %*
set "code=%ERRORLEVEL%"
if defined page chcp %page% >nul 2>nul
exit /b %code%
