#!/bin/sh
set -eu
for gpu in 0 1 2 3 4 5 6 7; do
  CUDA_VISIBLE_DEVICES=$gpu python3 -m sglang.launch_server --model-path meta-llama/Llama-3.1-8B-Instruct --quantization fp8 --port $((30000 + gpu)) &
done
exec python3 -m sglang_router.launch_router --policy round_robin --port 8000
