@echo off
rem Builds Hasta where needed and runs it: hasta demo
setlocal
set "HASTA_ROOT=%~dp0"
set "HASTA_OUTPUT=%HASTA_ROOT%src\Hasta.Cli\bin\Release\net10.0"
if not defined TorchBackend if exist "%HASTA_OUTPUT%\torch-backend" set /p TorchBackend=<"%HASTA_OUTPUT%\torch-backend"
if not defined TorchBackend set "TorchBackend=cpu"
if not defined OnnxBackend if exist "%HASTA_OUTPUT%\onnx-backend" set /p OnnxBackend=<"%HASTA_OUTPUT%\onnx-backend"
if not defined OnnxBackend set "OnnxBackend=cpu"
rem The .NET SDK reports its use to Microsoft, unless it is told not to.
set "DOTNET_CLI_TELEMETRY_OPTOUT=1"
rem The SDK keeps files in the home folder; some services have none.
if not defined DOTNET_CLI_HOME if not exist "%USERPROFILE%\" set "DOTNET_CLI_HOME=%HASTA_ROOT%.home"

where dotnet >nul 2>nul
if errorlevel 1 (
  echo hasta: the .NET 10 SDK is needed and was not found. Install it from https://dotnet.microsoft.com/download, then run this again. 1>&2
  exit /b 2
)

powershell -NoProfile -Command "$stamp = Get-Item -ErrorAction SilentlyContinue \"$env:HASTA_OUTPUT\torch-backend\"; if (-not $stamp) { exit 1 }; if ((Get-Content $stamp -TotalCount 1) -ne $env:TorchBackend) { exit 1 }; if ((Get-Content -ErrorAction SilentlyContinue \"$env:HASTA_OUTPUT\onnx-backend\" -TotalCount 1) -ne $env:OnnxBackend) { exit 1 }; $roots = 'src','build','Directory.Build.props','Directory.Packages.props','global.json','package-lock.json' | ForEach-Object { Join-Path $env:HASTA_ROOT $_ }; $newer = Get-ChildItem -Recurse -File $roots | Where-Object { $_.FullName -notmatch '\\(bin|obj)\\' -and $_.LastWriteTime -gt $stamp.LastWriteTime } | Select-Object -First 1; if ($newer) { exit 1 }"
if errorlevel 1 (
  echo hasta: building ^(the first time fetches packages and takes a few minutes^) ... 1>&2
  pushd "%HASTA_ROOT%"
  dotnet build src\Hasta.Cli -c Release --nologo -v quiet -p:TorchBackend=%TorchBackend% -p:OnnxBackend=%OnnxBackend% 1>&2
  if errorlevel 1 (
    popd
    echo hasta: the build failed; the lines above say why. 1>&2
    exit /b 2
  )
  popd
)

if not defined HASTA_FFMPEG (
  where ffmpeg >nul 2>nul
  if errorlevel 1 echo hasta: videos need ffmpeg: run  winget install Gyan.FFmpeg 1>&2
)

dotnet "%HASTA_OUTPUT%\Hasta.Cli.dll" %*
