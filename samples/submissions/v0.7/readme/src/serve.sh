#!/bin/sh
set -eu
exec vllm serve meta-llama/Llama-2-70b-chat-hf --tensor-parallel-size 8 --quantization fp8 --kv-cache-dtype fp8 --max-num-seqs 256
