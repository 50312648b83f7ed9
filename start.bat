@echo off
rem Opens Konlang on Windows by a double-click. Only plain letters here: Thai text stands in docs\windows.txt.
setlocal
chcp 65001 >nul
title Konlang
cd /d "%~dp0"
set PYTHONUTF8=1

py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if errorlevel 1 goto failed

if not exist ".venv\Scripts\python.exe" py -3 -m venv .venv
if errorlevel 1 goto failed

fc /b requirements.txt .venv\installed.txt >nul 2>nul
if not errorlevel 1 goto start
echo Installing the libraries: some minutes, once ...
".venv\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check -r requirements.txt
if errorlevel 1 goto failed
copy /y requirements.txt .venv\installed.txt >nul

:start
".venv\Scripts\python.exe" -m streamlit run app.py --server.address 127.0.0.1 --server.port 8501
if errorlevel 1 goto failed
goto end

:failed
echo.
type docs\windows.txt
echo.
pause

:end
endlocal
