@echo off
rem Opens Konlang on Windows by a double-click. Only plain letters here: Thai text stands in docs\windows.txt.
setlocal
chcp 65001 >nul
title Konlang
cd /d "%~dp0"
if errorlevel 1 goto failed
set PYTHONUTF8=1
set VENV=.venv\Scripts\python.exe

rem The launcher "py" comes with Python of python.org; that of the Microsoft Store may be "python" alone.
set PYTHON=py -3
%PYTHON% -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if not errorlevel 1 goto prepare
set PYTHON=python
%PYTHON% -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if errorlevel 1 goto failed

:prepare
rem A folder .venv that was left half made, or whose Python is gone, is made again.
if not exist "%VENV%" goto make
"%VENV%" -c "import pip" >nul 2>nul
if not errorlevel 1 goto install

:make
%PYTHON% -m venv --clear .venv
if errorlevel 1 goto failed

:install
fc /b requirements.txt .venv\installed.txt >nul 2>nul
if not errorlevel 1 goto start
echo Installing the libraries: some minutes, once ...
"%VENV%" -m pip install --quiet --disable-pip-version-check -r requirements.txt
if errorlevel 1 goto failed
copy /y requirements.txt .venv\installed.txt >nul

:start
"%VENV%" -m streamlit run app.py --server.address 127.0.0.1 --server.port 8501
if errorlevel 1 goto failed
goto end

:failed
echo.
type "%~dp0docs\windows.txt"
echo.
pause

:end
endlocal
