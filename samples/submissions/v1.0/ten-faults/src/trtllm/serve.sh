#!/bin/sh
exec trtllm-serve "$@"
